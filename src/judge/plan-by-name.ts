// The year's plan by the names that every office has for it, for patterns over the match form; not the plans of one subject that go by the
// same words (แผนปฏิบัติการป้องกันการทุจริต). Data. Pure.

export const planByName =
  'แผน(?:การ)?(?:ปฏิบัติ(?:ราชการ|การ|งาน)|ดำเนิน(?:งาน|การ)|(?:งาน)?ประจำปี)(?!ป้องกัน|ทุจริต|ดิจิทัล|จัดซื้อ)';
