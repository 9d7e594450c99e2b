/** Every way in which env files are written. Types, schemas, the database and the window's choice are made from this list. */
export const dialects = ['dotenv', 'docker', 'shell', 'json'] as const;
export type Dialect = (typeof dialects)[number];
