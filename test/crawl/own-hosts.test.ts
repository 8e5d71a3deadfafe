import { describe, expect, it } from 'vitest';
import { createOwnHosts } from '../../src/crawl/own-hosts.ts';
import { agency } from './fake-site.ts';

describe('own hosts', () => {
  it.each([
    ['the same host', 'https://www.x.go.th/', 'http://www.x.go.th/a', true],
    ['without www', 'https://www.x.go.th/', 'https://x.go.th/a', true],
    ['with www', 'https://x.go.th/', 'https://www.x.go.th/a', true],
    ['a subdomain', 'https://www.x.go.th/', 'https://plan.x.go.th/', true],
    ['another port of the name', 'https://www.x.go.th/', 'http://www.x.go.th:8080/', true],
    ['a sibling under a shared parent', 'http://a.moph.go.th/', 'http://b.moph.go.th/', false],
    ['the shared parent', 'http://a.moph.go.th/', 'http://moph.go.th/', false],
    ['a subdomain of the agency’s own host', 'http://a.moph.go.th/', 'http://plan.a.moph.go.th/', true],
    ['a host that only ends alike', 'http://x.go.th/', 'http://fakex.go.th/', false],
    ['a neighbour on a blog service', 'http://a.blogspot.com/', 'http://b.blogspot.com/', false],
    ['the same address', 'http://122.154.141.226:9998/', 'http://122.154.141.226:9998/a', true],
    ['another port of an address', 'http://122.154.141.226:9998/', 'http://122.154.141.226/a', false],
    [
      'the own folder of a shared host',
      'https://sites.google.com/view/school/home',
      'https://sites.google.com/view/school/plan',
      true,
    ],
    ['a neighbour’s folder', 'https://sites.google.com/view/school', 'https://sites.google.com/view/school2', false],
    ['a numbered www', 'http://www4.x.go.th/', 'http://www.x.go.th/', true],
  ])('%s', (_, url, other, own) => {
    expect(createOwnHosts(agency(url)).isOwn(other)).toBe(own);
  });

  it('takes the registry’s hosts, a listed port only as listed, and the link page’s host', () => {
    const hosts = createOwnHosts(
      agency('http://x.go.th/', {
        extraHosts: ['data.example.com', '10.1.2.3:8080', 'p.example.org:81'],
        linkPage: 'https://y.or.th/plan',
      }),
    );
    const own = (url: string): boolean => hosts.isOwn(url);
    expect(own('https://data.example.com/a')).toBe(true);
    expect(own('http://10.1.2.3:8080/a')).toBe(true);
    expect(own('http://10.1.2.3/a')).toBe(false);
    expect(own('http://p.example.org:81/')).toBe(true);
    expect(own('http://p.example.org/')).toBe(false);
    expect(own('https://y.or.th/other')).toBe(true);
    expect(hosts.list()).toEqual(['x.go.th', 'y.or.th', 'data.example.com', '10.1.2.3:8080', 'p.example.org:81']);
  });
});
