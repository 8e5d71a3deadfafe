// What is wrong with a command line, in Thai, from the parser's English sentence.

/** One line to stand under the English one; empty where there is nothing to add. */
export function usageErrorThai(english: string): string {
  for (const [pattern, say] of sentences) {
    const match = pattern.exec(english);
    if (match) return `${say(match)}${suggestion(english)}\n`;
  }
  return '';
}

const sentences: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/unknown command '(.*?)'/, ([, name]) => `ไม่มีคำสั่ง "${name}"`],
  [/unknown option '(.*?)'/, ([, name]) => `ไม่มีตัวเลือก "${name}"`],
  [/missing required argument '(.*?)'/, ([, name]) => `ต้องระบุ <${name}>`],
  [/option '(.*?)' argument missing/, ([, flags]) => `ตัวเลือก ${flags} ต้องมีค่าตามหลัง`],
  [/required option '(.*?)' not specified/, ([, flags]) => `ต้องระบุตัวเลือก ${flags}`],
  [
    /too many arguments.* Expected (\d+) .* but got (\d+): (.*)\.$/,
    ([, most, got, given]) => `ให้ค่ามา ${got} ค่า (${given}) แต่คำสั่งนี้รับ ${most} ค่า`,
  ],
];

function suggestion(english: string): string {
  const name = /Did you mean (?:one of )?(.*?)\?/.exec(english)?.[1];
  return name === undefined ? ' ดูคำสั่งและตัวเลือกด้วย planaudit --help --lang th' : ` หมายถึง ${name} หรือไม่`;
}
