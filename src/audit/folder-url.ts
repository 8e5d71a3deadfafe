// The address under which a folder's files are seen.

/** `.localhost` is never a public name (RFC 6761). */
export const folderUrl = 'http://folder.localhost/';
