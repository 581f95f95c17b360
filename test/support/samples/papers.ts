/** A PDF file of one empty page, different for every mark. */
export function samplePdf(mark: string): Uint8Array {
  const text = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
% ${mark}
%%EOF`;
  return new TextEncoder().encode(text);
}
