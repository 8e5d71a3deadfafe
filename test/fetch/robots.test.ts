// RFC 9309's and Google's published cases (google/robotstxt robots_test.cc, developers.google.com robots_txt examples).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNotRobots, maxRobotsBytes, parseRobots } from '../../src/fetch/robots.ts';

const base = 'http://foo.bar/robots.txt';
const allows = (body: string, token: string, url: string) => parseRobots(body, token, base).allows(url);

describe('groups and user agents', () => {
  test.each([
    ['no file', '', 'FooBot', 'http://foo.bar/x/y', true],
    ['rules of another agent only', 'user-agent: BarBot\ndisallow: /', 'FooBot', 'http://foo.bar/x/y', true],
    ['own group', 'user-agent: FooBot\ndisallow: /', 'FooBot', 'http://foo.bar/x/y', false],
    [
      'rules before any group are nobody’s',
      'disallow: /\nuser-agent: BarBot\nallow: /',
      'FooBot',
      'http://foo.bar/x',
      true,
    ],
    ['keys without case', 'USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /', 'FooBot', 'http://foo.bar/x/y', true],
    [
      'keys without case, disallowed rest',
      'UsEr-AgEnT: FooBot\nAlLoW: /x/\nDiSaLlOw: /',
      'FooBot',
      'http://foo.bar/a/b',
      false,
    ],
    ['agent names without case', 'User-Agent: FOO BAR\nAllow: /x/\nDisallow: /', 'foo', 'http://foo.bar/a/b', false],
    ['agent name with version', 'User-Agent: planaudit/1.0 (x)\nDisallow: /', 'planaudit', 'http://foo.bar/a', false],
    ['agent name is no prefix match', 'User-Agent: foobar\nDisallow: /', 'foo', 'http://foo.bar/a', true],
    [
      'own group beats the global one',
      'user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /',
      'FooBot',
      'http://foo.bar/x',
      false,
    ],
    [
      'own group beats the global one, reverse',
      'user-agent: FooBot\nallow: /\nuser-agent: *\ndisallow: /',
      'FooBot',
      'http://foo.bar/x',
      true,
    ],
    [
      'global group when there is no own',
      'user-agent: *\ndisallow: /\nuser-agent: BarBot\nallow: /',
      'QuxBot',
      'http://foo.bar/x',
      false,
    ],
    [
      'empty own group allows all',
      'user-agent: *\ndisallow: /\n\nuser-agent: FooBot\n',
      'FooBot',
      'http://foo.bar/x',
      true,
    ],
    ['empty disallow allows all', 'user-agent: *\ndisallow:', 'FooBot', 'http://foo.bar/x', true],
    [
      'several names share a group',
      'user-agent: a\nuser-agent: FooBot\ndisallow: /',
      'FooBot',
      'http://foo.bar/x',
      false,
    ],
    [
      'groups of one name are merged',
      'user-agent: FooBot\ndisallow: /a\n\nuser-agent: x\nallow: /\n\nuser-agent: FooBot\ndisallow: /b',
      'FooBot',
      'http://foo.bar/a',
      false,
    ],
    [
      'groups of one name are merged, second',
      'user-agent: FooBot\ndisallow: /a\n\nuser-agent: x\nallow: /\n\nuser-agent: FooBot\ndisallow: /b',
      'FooBot',
      'http://foo.bar/b',
      false,
    ],
    [
      'a sitemap line does not split names',
      'user-agent: FooBot\nsitemap: https://foo.bar/s\nuser-agent: BarBot\ndisallow: /',
      'FooBot',
      'http://foo.bar/x',
      false,
    ],
    [
      'an unknown line does not split a group',
      'user-agent: FooBot\nnoindex: /\nuser-agent: BarBot\ndisallow: /',
      'FooBot',
      'http://foo.bar/x',
      false,
    ],
    ['* followed by text is global', 'user-agent: * baz\ndisallow: /', 'FooBot', 'http://foo.bar/x', false],
  ])('%s', (_name, body, token, url, expected) => {
    expect(allows(body, token, url)).toBe(expected);
  });
});

describe('longest match', () => {
  test.each([
    ['disallow: /x/page.html\nallow: /x/', 'http://foo.bar/x/page.html', false],
    ['allow: /x/page.html\ndisallow: /x/', 'http://foo.bar/x/page.html', true],
    ['allow: /x/page.html\ndisallow: /x/', 'http://foo.bar/x/', false],
    ['disallow: \nallow: ', 'http://foo.bar/x/page.html', true],
    ['disallow: /\nallow: /', 'http://foo.bar/x/page.html', true],
    ['disallow: /x\nallow: /x/', 'http://foo.bar/x', false],
    ['disallow: /x\nallow: /x/', 'http://foo.bar/x/', true],
    ['disallow: /x/page.html\nallow: /x/page.html', 'http://foo.bar/x/page.html', true],
    ['allow: /page\ndisallow: /*.html', 'http://foo.bar/page.html', false],
    ['allow: /page\ndisallow: /*.html', 'http://foo.bar/page', true],
    ['allow: /x/page.\ndisallow: /*.html', 'http://foo.bar/x/page.html', true],
    ['allow: /x/page.\ndisallow: /*.html', 'http://foo.bar/x/y.html', false],
    ['disallow: /x/\nallow: /', 'http://foo.bar/x/', false],
    // Google's documented precedence examples.
    ['allow: /p\ndisallow: /', 'http://foo.bar/page', true],
    ['allow: /folder\ndisallow: /folder', 'http://foo.bar/folder/page', true],
    ['allow: /page\ndisallow: /*.htm', 'http://foo.bar/page.htm', false],
    ['allow: /page\ndisallow: /*.ph', 'http://foo.bar/page.php5', true],
    ['allow: /$\ndisallow: /', 'http://foo.bar/', true],
    ['allow: /$\ndisallow: /', 'http://foo.bar/page.htm', false],
  ])('%j on %s', (rules, url, expected) => {
    expect(allows(`user-agent: *\n${rules}`, 'FooBot', url)).toBe(expected);
  });
});

describe('path patterns', () => {
  const matching: Record<string, { yes: string[]; no: string[] }> = {
    '/fish': {
      yes: ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads', '/fishheads/yummy.html', '/fish.php?id=anything'],
      no: ['/Fish.asp', '/catfish', '/?id=fish', '/desert/fish'],
    },
    '/fish*': { yes: ['/fish', '/fish.html', '/fish.php?id=anything'], no: ['/Fish.asp', '/catfish', '/?id=fish'] },
    '/fish/': {
      yes: ['/fish/', '/fish/?id=anything', '/fish/salmon.htm'],
      no: ['/fish', '/fish.html', '/animals/fish/', '/Fish/Salmon.asp'],
    },
    '/*.php': {
      yes: [
        '/index.php',
        '/filename.php',
        '/folder/filename.php',
        '/folder/filename.php?parameters',
        '/folder/any.php.file.html',
        '/filename.php/',
      ],
      no: ['/', '/windows.PHP'],
    },
    '/*.php$': {
      yes: ['/filename.php', '/folder/filename.php'],
      no: ['/filename.php?parameters', '/filename.php/', '/filename.php5', '/windows.PHP'],
    },
    '/fish*.php': { yes: ['/fish.php', '/fishheads/catfish.php?parameters'], no: ['/Fish.PHP'] },
    '*.gif$': { yes: ['/a.gif', '/x/y.gif'], no: ['/a.gif?x', '/a.png'] },
    '/a*b*c$': { yes: ['/abc', '/aXbXc', '/abcbc', '/abXc'], no: ['/abcX', '/acb'] },
    '/a$b': { yes: ['/a$b', '/a$bc'], no: ['/a', '/ab'] },
    '/x?*=1$': { yes: ['/x?a=1'], no: ['/x?a=2', '/x'] },
  };
  for (const [pattern, { yes, no }] of Object.entries(matching)) {
    test(pattern, () => {
      const body = `user-agent: *\ndisallow: ${pattern}`;
      for (const path of yes) expect(allows(body, 'FooBot', `http://foo.bar${path}`), path).toBe(false);
      for (const path of no) expect(allows(body, 'FooBot', `http://foo.bar${path}`), path).toBe(true);
    });
  }

  test('agrees with the regular expression the pattern stands for', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '$', '.'), maxLength: 10 });
    fc.assert(
      fc.property(piece, piece, (pattern, path) => {
        const open = pattern.endsWith('$') ? pattern.slice(0, -1) : pattern;
        const source = open.replace(/[.$/]/g, '\\$&').replaceAll('*', '.*');
        const url = new URL(`http://foo.bar/${path}`);
        const matched = new RegExp(`^/${source}${pattern.endsWith('$') ? '$' : ''}`).test(url.pathname);
        expect(allows(`user-agent: *\ndisallow: /${pattern}`, 'FooBot', url.href)).toBe(!matched);
      }),
      { numRuns: 500 },
    );
  });

  test('hostile patterns cost little', () => {
    const pattern = `/${'*a'.repeat(2000)}*b$`;
    const body = `user-agent: *\n${`disallow: ${pattern}\n`.repeat(20)}`;
    expect(allows(body, 'FooBot', `http://foo.bar/${'a'.repeat(8000)}`)).toBe(true);
  });
});

describe('percent-encoding (RFC 9309 2.2.2)', () => {
  test.each([
    ['/foo/bar?baz=quz', '/foo/bar?baz=quz'],
    ['/foo/bar?baz=http://foo.bar', '/foo/bar?baz=http://foo.bar'],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%E3%83%84', '/foo/bar/ツ'],
    ['/foo/bar/%e3%83%84', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
    ['/foo/bar/baz', '/foo/bar/%62%61%7A'],
    [
      '/แผนปฏิบัติราชการ',
      '/%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%9B%E0%B8%8F%E0%B8%B4%E0%B8%9A%E0%B8%B1%E0%B8%95%E0%B8%B4%E0%B8%A3%E0%B8%B2%E0%B8%8A%E0%B8%81%E0%B8%B2%E0%B8%A3',
    ],
    ['/%E1%BC%B9', '/%e1%bc%b9'], // TIS-620 octets in a path
    ['/a%2Ab', '/a%2ab'],
  ])('%s is %s', (rule, path) => {
    const body = `user-agent: *\ndisallow: ${rule}`;
    expect(allows(body, 'FooBot', `http://foo.bar${path}`)).toBe(false);
    expect(allows(body, 'FooBot', 'http://foo.bar/foo/other')).toBe(true);
  });

  test('an escaped star is a star, not a wildcard', () => {
    expect(allows('user-agent: *\ndisallow: /a%2Ab', 'FooBot', 'http://foo.bar/aXb')).toBe(true);
  });
});

describe('lines, comments, limits', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s line ends', (_name, end) => {
    const body = ['User-Agent: foo', 'Allow: /some/path', 'User-Agent: bar', '', '', 'Disallow: /'].join(end);
    expect(allows(body, 'bar', 'http://foo.bar/x')).toBe(false);
    expect(allows(body, 'foo', 'http://foo.bar/x')).toBe(true);
  });

  test('byte order mark and comments', () => {
    const body = '\uFEFFuser-agent: foo # us\ndisallow: /x # not this\n#disallow: /';
    expect(allows(body, 'foo', 'http://foo.bar/x')).toBe(false);
    expect(allows(body, 'foo', 'http://foo.bar/y')).toBe(true);
  });

  test('robots.txt itself is always allowed', () => {
    expect(allows('user-agent: *\ndisallow: /', 'foo', 'http://foo.bar/robots.txt')).toBe(true);
  });

  test('what follows 500 KiB is ignored', () => {
    const body = `user-agent: foo\nallow: /a\n${'#'.repeat(maxRobotsBytes)}\ndisallow: /`;
    expect(allows(body, 'foo', 'http://foo.bar/x')).toBe(true);
  });

  test('sitemaps stand outside groups and become absolute', () => {
    const rules = parseRobots(
      'Sitemap: /s1.xml\nuser-agent: x\ndisallow: /\nsitemap: https://other.example/s2.xml\nsitemap:\nSitemap: ftp://x/y',
      'foo',
      base,
    );
    expect(rules.sitemaps).toEqual(['http://foo.bar/s1.xml', 'https://other.example/s2.xml']);
  });

  test.each([
    ['Crawl-delay: 10', 10],
    ['crawl-delay: 0.5', 0.5],
    ['crawl-delay: 1,5', 1.5],
    ['crawl-delay: soon', undefined],
    ['crawl-delay: -1', undefined],
    ['crawl-delay:', undefined],
  ])('%s', (line, expected) => {
    expect(parseRobots(`user-agent: *\n${line}\ndisallow:`, 'foo', base).crawlDelaySeconds).toBe(expected);
  });

  test.each([
    ['<!DOCTYPE html><html>…', true],
    ['\uFEFF\n <html lang="th">', true],
    ['<!-- cached --><!doctype html>', true],
    ['User-agent: *\nDisallow: /', false],
    ['# <html>', false],
    ['', false],
  ])('%j is a web page: %s', (body, expected) => {
    expect(isNotRobots(body)).toBe(expected);
  });
});
