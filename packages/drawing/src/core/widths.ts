// Generated from the Inter font; do not edit. To regenerate: npx tsx .scripts/widths.ts
/** The characters whose widths follow, in this order. */
export const signs: string =
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÆÐØÞßæðøþĐđĦħıŁłŒœƠơƯư‐‑‒–—‘’“”„•…‰‹›€−≤≥→←↑↓✓";
/** Advance widths of the regular weight in thousandths of the type size, two digits to the base 36 each. */
export const regular: string =
  "7t80cyhlhurahw8ca5a5dxie80cs80a0hjbbgyh6hyghh8fqh7h8808eieieiee7quj6i6kak2gpgekqkn7hfviofpp3kxl9hrl9hwhuhykoj6rdiyivhha5a0a5d3co8zfmh0fvh0g7aah1gf6q6qf96qocgfgoh0h0ageo93gffmmqf6fmfcbu99buie80fvgzk5fa7ifsgfpecmg7ieiidacoiecace8zgagr807g8gdeg7manjoie7rmkfl9hoh4phg7goh0kfh0lkgf6qgj6qrxrsl6glklh89y9yi0dwrs7979c8c8bpfno0113aoaoijieieieqiqin6n6ok";
/** What the semibold weight has more, plus 100, in the same way. */
export const semibold: string =
  "1z3p4d33303e3b3i30303v333n2x3n3b3l38353a3c3b3c323d3c3n3j3333333o3p3u2x2z2s2w2q2v2v30313n2s3b2y2w2y303030362k3u3r3u3q3f303b3032353k34343434303b343d3c3c3c3c3g3d3134343d3d3i3d3h3d3f3i363l3i3l333p343a3g35422s3d2s2y47332q222u3334393k3k2p3n4k3c2x473l3f3h3o3b382w3e3k2o33313438343d3d3c2z3c312k33322l3i4k4k2r2s2s3p3p4n4h4f145c3t3o3o343333332s2s43432r";
/** Letters of other scripts by their first: the wider of both weights in tenths of the type size, rounded up, one digit to the base 36 each. */
export const scripts: Record<string, string> = {
  Α: "87687788388a878870778989838767377766667736777677767578699",
  А: "877697b78888a88878779888ab9a78b767657696776687777656867699786696",
};
