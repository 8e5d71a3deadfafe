// Tells what stands where a link is still to come. Pure.

/** Text that says that the link is still to come (รอใส่ลิงก์). */
export function saysPlaceholder(text: string): boolean {
  return (
    text.length <= 60 &&
    (text.includes('รอ') || text.includes('ยังไม่')) &&
    /(?:รอ|ยังไม่)\s*(?:ได้)?\s*(?:ใส่|แนบ|เพิ่ม|อัปโหลด|อัพโหลด)\s*(?:ลิงก์|ลิงค์|ลิ้งค์|ลิ้งก์|link|url|ไฟล์)/iu.test(text)
  );
}
