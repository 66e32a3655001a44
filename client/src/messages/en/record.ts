/** One's own record, to be taken away. */
export const record = {
  'record.title': 'Your record',
  'record.what': 'Everything that you may read, with a journal of who met when. It is confidential and without prejudice: keep it where nobody else reads.',
  'record.html': 'Download it to read and print',
  'record.json': 'Download it for programs (JSON)',
};
