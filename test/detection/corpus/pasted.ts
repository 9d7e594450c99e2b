import type { Maker, Piece } from './pieces.ts';

const password = '[a-z]{6}[1-9]{3}[a-z]';
const token = '[a-z][A-Z]\\d[A-Za-z]{14}\\d{2}';

/** Around a password that has no shape: only its name says what it is. */
const passwordLines = `
  $ export ACME_DB_PASSWORD=*
  % export ACME_DB_PASSWORD='*'
  me@host:~/app$ export ACME_DB_PASSWORD="*"
  [me@host app]$ export ACME_DB_PASSWORD=*
  root@host:/# export ACME_DB_PASSWORD=*
  ➜  app git:(main) ✗ export ACME_DB_PASSWORD=*
  # export ACME_DB_PASSWORD=*
  PS C:\\Users\\me> $env:ACME_DB_PASSWORD = '*'
  C:\\Users\\me>set ACME_DB_PASSWORD=*
  setx ACME_DB_PASSWORD * /M
  set -x ACME_DB_PASSWORD *
  ENV ACME_DB_PASSWORD *
  ENV PORT=1 ACME_DB_PASSWORD=*
  -e "ACME_DB_PASSWORD=*" \\
  docker run -d -e ACME_DB_PASSWORD=* -p 5432:5432 postgres:17
  docker build --build-arg ACME_DB_PASSWORD=* .
  kubectl create secret generic x --from-literal=ACME_DB_PASSWORD=*
  heroku config:set ACME_DB_PASSWORD=* -a shop
  gh secret set ACME_DB_PASSWORD --body "*"
  echo "*" | gh secret set ACME_DB_PASSWORD
  terraform apply -var="acme_db_password=*"
  helm install x y --set acme_db_password=*
  - ACME_DB_PASSWORD=*
  - "ACME_DB_PASSWORD=*"
  +ACME_DB_PASSWORD=*
  -ACME_DB_PASSWORD=*
  .env:3:ACME_DB_PASSWORD=*
  ACME_DB_PASSWORD=* node app.js
  env ACME_DB_PASSWORD=* npm start
  export PORT=1 && export ACME_DB_PASSWORD=*
  export ACME_DB_PASSWORD=*; npm start
  export ACME_DB_PASSWORD=* && npm start
  | ACME_DB_PASSWORD | * |
  ACME_DB_PASSWORD *
  { acme_db_password: "*" }
  connect(host="db", acme_db_password="*")
  let acme_db_password: &str = "*";
  define('ACME_DB_PASSWORD', '*');
  $config['acme_db_password'] = '*';
  'acme_db_password' => '*',
  curl -d '{"acme_db_password":"*"}' https://x.example.com
  curl -d 'user=me&acme_db_password=*' https://x.example.com
  <server><acme_db_password>*</acme_db_password></server>
`;

/** Around a password, without a name that could be a variable's. */
const bareLines = `
  mysql -u root -p* shop
  sshpass -p '*' ssh x
  redis-cli -h cache -a * ping
  curl -u admin:* https://x.example.com
  docker login -u me -p *
  --password=*
  --password * --user me
  machine x.example.com login me password *
  <property name="db.password" value="*"/>
  spring.datasource.password=*
  the password is *
  user: admin, password: *
`;

const lines = (table: string): string[] =>
  table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Lines of terminals, files and pages with a value that nothing but its name tells. */
export function pastedLines(make: Maker): Piece[] {
  const named = lines(passwordLines).map((line) => {
    const value = make.text(password);
    return {
      value: line.replace('*', value),
      expect: { secret: true, kept: value, variable: /acme_db_password/i.exec(line)?.[0] ?? '' },
    };
  });
  const bare = lines(bareLines).map((line) => {
    const value = make.text(password);
    return { value: line.replace('*', value), expect: { secret: true, kept: value } };
  });
  const own = ['a=b==', 'x: y, z', 'abc:defgh', 'export1=2', 'Bearer12345'].map((value) => ({
    value: `ACME_DB_PASSWORD="${value}"`,
    expect: { secret: true, kept: value, variable: 'ACME_DB_PASSWORD' },
  }));
  const escaped = { value: '"password": "a\\"b\\\\c1"', expect: { secret: true, kept: 'a"b\\c1' } };
  return [...named, ...bare, ...own, escaped];
}

/** Texts of several lines, or whose value is only told by what is around it. */
export function pastedSecrets(make: Maker): Piece[] {
  const of = (build: (value: string) => string, pattern = password): Piece => {
    const value = make.text(pattern);
    return { value: build(value), expect: { offered: true, kept: value } };
  };
  const kept = (value: string): Piece => ({ value, expect: { offered: true, kept: value } });
  const encode = (text: string) => Buffer.from(text).toString('base64');
  const basic = encode(`admin:${make.text(password)}`);
  return [
    of((value) => `machine x.example.com\n  login me\n  password ${value}`),
    of((value) => `//registry.example.org/:_authToken=${value}\nregistry=https://registry.example.org/`, token),
    of(
      (value) => `services:\n  db:\n    environment:\n      - POSTGRES_USER=shop\n      - POSTGRES_PASSWORD=${value}\n`,
    ),
    of((value) => `> DB_PASSWORD=${value}\n> PORT=1`),
    of((value) => `- name: DB_PASSWORD\n  value: ${value}`),
    of((value) => `{\n  "name": "DB_PASSWORD",\n  "value": "${value}"\n}`),
    of((value) => `[{"name":"DB_PASSWORD","value":"${value}"}]`),
    of((value) => `API key:\n${value}`, token),
    of((value) => `apiVersion: v1\nkind: Secret\ndata:\n  DB_PASSWORD: ${encode(value)}\n`),
    of((value) => `location / { proxy_set_header Authorization "Bearer ${value}"; }`, '[a-f0-9]{40}'),
    { value: `Authorization: Basic ${basic}`, expect: { offered: true, kept: basic } },
    kept(`host=db user=shop password=${make.text(password)} dbname=shop`),
    kept(`SharedAccessSignature sr=https%3A%2F%2Fx&sig=${make.text('[A-Za-z0-9]{43}')}%3D&se=1800000000`),
  ];
}

const others = String.raw`
  const apiKey = process.env.OPENAI_API_KEY;
  const secret = crypto.randomBytes(32).toString("hex");
  const token = jwt.sign({ id }, key, { expiresIn: "1h" });
  password = getpass.getpass()
  this.accessToken = response.data.access_token;
  self.password = password
  user.password = await bcrypt.hash(password, 10);
  apiKey: string | undefined;
  password: string;
  secret: z.string().min(8),
  Authorization: Bearer <token>
  Authorization: Bearer $TOKEN
  "Authorization": "Bearer " + token
  headers: { Authorization: §Bearer $\{token}§ },
  WWW-Authenticate: Bearer realm="x"
  key = "terraform.tfstate"
  key: $\{{ runner.os }}-node-$\{{ hashFiles("x") }}
  Password: must be at least 8 characters
  Reset password - Acme
  Key features: fast, small
  Key: C major
  Token: expired
  Auth: OAuth2
  Set-Cookie: theme=dark; Path=/
  sk-…abcd
  DATABASE_URL=postgresql://user:password@localhost:5432/mydb
  ObjectId("[a-f0-9]{24}")
  Qm[A-HJ-NP-Za-km-z1-9]{44}
  iVBORw0KGgoAAAANSUhEUgAA[A-Za-z0-9+/]{400}
  /9j/4AAQSkZJRgABAQAAAQABAAD/2wBD[A-Za-z0-9+/]{400}
  h1:[A-Za-z0-9+/]{43}=
  docker run -e NODE_ENV=production -p 3000:3000 acme/api
  mysql -u root -p shop
  PORT=3000 node server.js
`;

/** Lines of programs and pages about secrets, which hold none. */
export const pastedOthers = (make: Maker): Piece[] => [
  ...lines(others).map((line) => {
    // Only what is random in a line is a pattern.
    const value = line
      .replaceAll('§', '`')
      .replaceAll('$\\{', '${')
      .replace(/\[[\w/+-]+\]\{\d+\}/, (pattern) => make.text(pattern));
    return { value, expect: { offered: false } };
  }),
  { value: 'Password\nForgot your password?\nSign in', expect: { offered: false } },
];
