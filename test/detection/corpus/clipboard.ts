import { type Maker, madeFrom, type Piece, rowsOf } from './pieces.ts';

const keys = String.raw`
  [a-f0-9]{32}
  [a-f0-9]{40}[a-f0-9]{24}
  [A-Za-z0-9]{40}
  [A-Za-z0-9_-]{43}
  [A-Za-z0-9+/]{43}=
  7\[bar][A-Za-z0-9]{48}
  \d{15}\[bar][\w-]{27}
  FlyV1 fm2_[A-Za-z0-9+/]{180},fm2_[A-Za-z0-9+/]{120}=
  IQoJb3JpZ2luX2Vj[A-Za-z0-9+/]{640}==
  AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}
  Server=db\.example\.net;User=sa;Password=[A-Za-z0-9]{11};
  postgres://u:[a-z0-9]{12}@db\.example\.net/app
  https://hooks\.slack\.com/services/T[A-Z0-9]{10}/B[A-Z0-9]{10}/[A-Za-z0-9]{24}
  https://discord\.com/api/webhooks/\d{18}/[\w-]{68}
  ghs_\d{6}_eyJ[\w-]{60}\.[\w-]{260}\.[\w-]{180}
  EAAC[A-Za-z0-9]{180}
`;

const armoured = (kind: string, body: string) => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----`;

/** Offered from the clipboard. */
export function clipboardSecrets(make: Maker): Piece[] {
  const lines = () => make.text('[A-Za-z0-9+/]{64}\n[A-Za-z0-9+/]{64}\n[A-Za-z0-9+/]{30}==');
  const values = [
    ...rowsOf(keys).map(([pattern = '']) => make.text(pattern.replaceAll('[bar]', '|'))),
    ...['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'].map(
      (kind) => armoured(kind, lines()),
    ),
    armoured('PGP PRIVATE KEY BLOCK', `\n${lines()}`),
    armoured('PRIVATE KEY', lines()).replaceAll('\n', '\\n'),
    make.jwt({ iss: 'supabase', ref: make.text('[a-z]{20}'), role: 'service_role', more: make.text('[a-z]{700}') }),
    JSON.stringify({
      type: 'service_account',
      project_id: 'made-up',
      private_key_id: make.text('[a-f0-9]{40}'),
      private_key: `${armoured('PRIVATE KEY', lines())}\n`,
      client_email: 'ci@made-up.iam.gserviceaccount.com',
    }),
  ];
  return values.map((value) => ({ value, expect: { offered: true } }));
}

const others = String.raw`
  gsk_example
  gpt-5-mini-2025-08-07
  claude-haiku-4-5-20251001
  [a-f0-9]{40}
  [a-f0-9]{7}
  [a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-a[a-f0-9]{3}-[a-f0-9]{12}
  cache-prod-03\.x1y2z3\.use1\.cache\.amazonaws\.com
  org\.springframework\.boot\.autoconfigure\.web2\.ServerProperties
  com\.example\.shop\.checkout\.Cart2Fragment
  /usr/share/applications/org\.gnome\.Terminal\.2\.desktop
  C:\\Users\\me\\AppData\\Local\\Programs\\app-1\.2\.3\\app\.exe
  pk_live_[A-Za-z0-9]{24}
  phc_[A-Za-z0-9]{43}
  sb_publishable_[\w-]{31}
  IMG_20260214_101112\.jpg
  Bildschirmfoto vom 2026-02-14 10-11-12\.png
  Contract_2026-03_Customer-0815_signed\.pdf
  i-0[a-f0-9]{16}
  vpc-0[a-f0-9]{16}
  arn:aws:s3:::my-bucket/some/key\.json
  sha512-[A-Za-z0-9+/]{86}==
  sha256:[a-f0-9]{64}
  2026-02-14T10:11:12\.131Z
  1771063872000
  feature/ABC-123-add-oauth2-login-page
  release-2026\.02\.14-rc\.1
  v24\.3\.0-nightly20260214
  https://example\.org/a/long/path/with-words-and-numbers-123\?page=4
  someone\.else\+tag123@mail\.example\.org
  @types/node-24\.3\.1\.tgz
  npm:some-package@1\.2\.3-beta\.4
  \+49 151 23456789
  DE89 3704 0044 0532 0130 00
  192\.168\.178\.21:8443
  2001:db8:85a3:8d3:1319:8a2e:370:7348
  ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA[A-Za-z0-9+/]{44} me@host
  WXYZ-2345-ABCD-6789-EFGH
  Meeting on 14 Feb at 10:30, room B12
  const answer2 = computeAnswer\(42\);
  prj_[A-Za-z0-9]{28}
`;

/** Never offered from the clipboard. */
export const clipboardOthers = (make: Maker): Piece[] =>
  rowsOf(others).map(([pattern = '']) => ({ ...madeFrom(make, pattern), expect: { offered: false } }));
