import { describe, expect, it } from 'vitest';
import { canonicalUrl, urlKey } from '../../src/model/canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['fragment', 'http://x.go.th/a#top', 'http://x.go.th/a'],
    ['default port', 'http://x.go.th:80/a', 'http://x.go.th/a'],
    ['other port', 'http://x.go.th:8080', 'http://x.go.th:8080/'],
    ['credentials', 'https://u:p@x.go.th/', 'https://x.go.th/'],
    ['host case and dot', 'HTTP://WWW.X.Go.Th./A', 'http://www.x.go.th/A'],
    ['PHP session', 'http://x.go.th/a.php?PHPSESSID=abc&id=2', 'http://x.go.th/a.php?id=2'],
    ['Java session', 'http://x.go.th/a;jsessionid=0AB12?x=1', 'http://x.go.th/a?x=1'],
    ['ASP session', 'http://x.go.th/(S(lit3py55t21z5v55vlm25s55))/a.aspx', 'http://x.go.th/a.aspx'],
    ['session token by a common name', 'http://x.go.th/?sid=0a1b2c3d4e5f60718293&p=1', 'http://x.go.th/?p=1'],
    ['section id of the same name', 'http://x.go.th/?sid=12', 'http://x.go.th/?sid=12'],
    ['tracking', 'http://x.go.th/a?utm_source=f&fbclid=z&gclid=q', 'http://x.go.th/a'],
    ['empty query', 'http://x.go.th/a?', 'http://x.go.th/a'],
    ['order of parameters stays', 'http://x.go.th/?b=1&a=2', 'http://x.go.th/?b=1&a=2'],
    ['trailing slash stays', 'http://x.go.th/a/', 'http://x.go.th/a/'],
    ['raw Thai', 'http://x.go.th/แผน', 'http://x.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99'],
    ['lower-case triplets', 'http://x.go.th/%e0%b9%81%e0%b8%9c%e0%b8%99', 'http://x.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99'],
    ['TIS-620 bytes stay bytes', 'http://x.go.th/%e1%bc%b9.pdf', 'http://x.go.th/%E1%BC%B9.pdf'],
    ['unreserved letters decoded', 'http://x.go.th/%61%2Db%7E', 'http://x.go.th/a-b~'],
    ['spaces', 'http://x.go.th/a b.pdf', 'http://x.go.th/a%20b.pdf'],
    ['dot segments', 'http://x.go.th/a/../b/./c', 'http://x.go.th/b/c'],
  ])('%s', (_, input, expected) => {
    expect(canonicalUrl(input)).toBe(expected);
    expect(canonicalUrl(expected)).toBe(expected);
  });

  it.each(['mailto:a@b.c', 'javascript:void(0)', 'ftp://x.go.th/a', 'x.go.th/a', '', 'http://', 'file:///etc/passwd'])(
    'refuses %j',
    (input) => {
      expect(canonicalUrl(input)).toBeNull();
    },
  );
});

describe('urlKey', () => {
  it('joins the spellings of one page', () => {
    const spellings = [
      'http://www.x.go.th/a/?b=1&a=2',
      'https://x.go.th/a?a=2&b=1',
      'https://x.go.th//a?a=2&b=1#x',
      'http://x.go.th:80/a?a=2&b=1&utm_medium=z',
    ];
    expect(new Set(spellings.map(urlKey)).size).toBe(1);
  });
  it('keeps different pages apart', () => {
    const pages = [
      'http://x.go.th/a',
      'http://x.go.th/A',
      'http://x.go.th/a?b=1',
      'http://y.x.go.th/a',
      'http://x.go.th:81/a',
    ];
    expect(new Set(pages.map(urlKey)).size).toBe(pages.length);
  });
});
