/** Files that go with what is said. */
export const files = {
  'files.attach': 'Attach files',
  'files.attached': 'Attached files',
  'files.said': 'Files',
  'files.going': '{count, plural, one {With # file} other {With # files}}',
  'files.remove': 'Take {name} off',
  'files.sending': '{percent} % uploaded',
  'files.ready': 'Ready. Nobody has it before you send.',
  'files.tooLarge': 'The file is too large. A file may have 50 MB.',
  'files.tooMany': 'At most ten files go with one message.',
  'files.meantElsewhere': 'The files you had attached were meant for the room before. They were taken off and not sent.',
  'files.download': 'Download {name} {type} · {size}',
  'files.type.document': 'Document',
  'files.type.table': 'Spreadsheet',
  'files.type.picture': 'Picture',
  'files.type.slides': 'Presentation',
  'files.type.text': 'Text',
} as const;
