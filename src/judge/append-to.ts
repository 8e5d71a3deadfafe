// Lists by key: the value goes to the end of its key's list, which is made when it is the first. Pure but for the map given.

export function appendTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
