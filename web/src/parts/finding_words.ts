// Bytes of a quote to its words. Tested by test/marks.test.ts.
import type { Finding } from "../base/records";

// The words in question inside the quote: span and quote_span are bytes of the kept text, the quote is that text with its lines joined.
export function words_of(f: Finding): string | null {
  if (!f.span || !f.quote_span) return null;
  const bytes = new TextEncoder().encode(f.quote);
  if (bytes.length !== f.quote_span[1] - f.quote_span[0]) return null; // lines were joined: the offsets no longer hold
  const words = new TextDecoder().decode(bytes.slice(f.span[0] - f.quote_span[0], f.span[1] - f.quote_span[0]));
  return words && words !== f.quote && f.quote.includes(words) ? words : null;
}
