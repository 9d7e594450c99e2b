import type { Proof } from './proof.ts';

const evilMakefile = { 'evil.mk': '$(shell {mark})\n', Makefile: 'all:\n' };
const source = { 'x.c': 'int x;\n' };
const crate = {
  'Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n',
  'src/main.rs': 'fn main() {}\n',
};
const cargo = (name: string): Proof => ({
  name,
  value: '{mark}',
  tool: 'cargo',
  args: ['build', '--offline', '--quiet'],
  files: crate,
  also: { CARGO_HOME: '{dir}/cargo' },
});

/** Make, compilers, CMake and Cargo. */
export const buildProofs: readonly Proof[] = [
  { name: 'MAKEFILES', value: '{dir}/evil.mk', tool: 'make', args: [], files: evilMakefile },
  { name: 'MAKEFLAGS', value: '--eval=include\\ {dir}/evil.mk', tool: 'make', args: [], files: evilMakefile },
  { name: 'GNUMAKEFLAGS', value: '--eval=include\\ {dir}/evil.mk', tool: 'make', args: [], files: evilMakefile },
  { name: 'CC', value: '{mark}', tool: 'make', args: ['x.o'], files: source },
  { name: 'YACC', value: '{mark}', tool: 'make', args: ['x.c'], files: { 'x.y': '%%\na:;\n' } },
  { name: 'AR', value: '{mark}', tool: 'make', args: ['lib.a(x.o)'], files: source, needs: ['cc'] },
  {
    name: 'CFLAGS',
    value: '-B{dir}/bin',
    tool: 'make',
    args: ['x.o'],
    needs: ['cc'],
    files: { ...source, 'bin/as': '#!/bin/sh\n{mark}\n' },
  },
  {
    name: 'COMPILER_PATH',
    value: '{dir}/bin',
    tool: 'gcc',
    args: ['-c', 'x.c'],
    files: { ...source, 'bin/as': '#!/bin/sh\n{mark}\n' },
  },
  {
    name: 'CMAKE_C_COMPILER_LAUNCHER',
    value: '{mark}',
    tool: 'cmake',
    args: ['.'],
    needs: ['make', 'cc'],
    files: { 'CMakeLists.txt': 'cmake_minimum_required(VERSION 3.17)\nproject(a C)\nadd_library(a x.c)\n', ...source },
  },
  cargo('RUSTC'),
  cargo('RUSTC_WRAPPER'),
  cargo('RUSTC_WORKSPACE_WRAPPER'),
  cargo('CARGO_BUILD_RUSTC'),
  cargo('CARGO_BUILD_RUSTC_WRAPPER'),
];
