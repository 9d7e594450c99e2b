import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's python3-fusepy, and a kernel that lets a file system be mounted. */
export const canMountCaselessDisk =
  process.platform === 'linux' &&
  existsSync('/dev/fuse') &&
  process.getuid?.() === 0 &&
  spawnSync('/usr/bin/python3', ['-c', 'import fusepy'], { stdio: 'ignore' }).status === 0;

/** A file system that shows a folder, and takes no account of case, as those of macOS and Windows: names keep theirs. */
const program = `
import errno, os, sys
from fusepy import FUSE, FuseOSError, Operations

class Caseless(Operations):
    def __init__(self, root):
        self.root = root

    def real(self, path):
        at = self.root
        for part in [one for one in path.split('/') if one]:
            try:
                names = os.listdir(at)
            except OSError:
                names = []
            if part not in names:
                part = next((one for one in names if one.lower() == part.lower()), part)
            at = os.path.join(at, part)
        return at

    def getattr(self, path, fh=None):
        try:
            found = os.lstat(self.real(path))
        except OSError as error:
            raise FuseOSError(error.errno)
        names = ('st_atime', 'st_ctime', 'st_gid', 'st_mode', 'st_mtime', 'st_nlink', 'st_size', 'st_uid')
        return {name: getattr(found, name) for name in names}

    def readdir(self, path, fh):
        return ['.', '..'] + os.listdir(self.real(path))

    def access(self, path, mode):
        if not os.access(self.real(path), mode):
            raise FuseOSError(errno.EACCES)

    def readlink(self, path):
        return os.readlink(self.real(path))

    def mkdir(self, path, mode):
        os.mkdir(self.real(path), mode)

    def rmdir(self, path):
        os.rmdir(self.real(path))

    def unlink(self, path):
        os.unlink(self.real(path))

    def symlink(self, name, target):
        os.symlink(target, self.real(name))

    def link(self, name, target):
        os.link(self.real(target), self.real(name))

    def rename(self, old, new):
        os.rename(self.real(old), self.real(new))

    def chmod(self, path, mode):
        os.chmod(self.real(path), mode)

    def chown(self, path, uid, gid):
        os.chown(self.real(path), uid, gid)

    def utimens(self, path, times=None):
        os.utime(self.real(path), times)

    def statfs(self, path):
        found = os.statvfs(self.real(path))
        names = ('f_bavail', 'f_bfree', 'f_blocks', 'f_bsize', 'f_favail', 'f_ffree', 'f_files', 'f_frsize', 'f_namemax')
        return {name: getattr(found, name) for name in names}

    def open(self, path, flags):
        try:
            return os.open(self.real(path), flags)
        except OSError as error:
            raise FuseOSError(error.errno)

    def create(self, path, mode, fi=None):
        return os.open(self.real(path), os.O_RDWR | os.O_CREAT, mode)

    def read(self, path, length, offset, fh):
        return os.pread(fh, length, offset)

    def write(self, path, data, offset, fh):
        return os.pwrite(fh, data, offset)

    def truncate(self, path, length, fh=None):
        os.truncate(self.real(path), length)

    def fsync(self, path, datasync, fh):
        os.fsync(fh)

    def release(self, path, fh):
        os.close(fh)

FUSE(Caseless(sys.argv[1]), sys.argv[2], foreground=True, nothreads=True, fsname='caseless')
`;

export interface CaselessDisk {
  /** Where it is mounted, absolute. */
  readonly root: string;
  unmount(): void;
}

/** Mounts such a file system below the folder. Needs root, as {@link canMountCaselessDisk} says. */
export async function mountCaselessDisk(folder: string): Promise<CaselessDisk> {
  const [shown, root] = [join(folder, 'shown'), join(folder, 'disk')];
  for (const one of [shown, root]) mkdirSync(one);
  const probe = join(shown, 'probe');
  mkdirSync(probe);
  const server = spawn('/usr/bin/python3', ['-c', program, shown, root], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  while (!existsSync(join(root, 'PROBE'))) {
    if (server.exitCode !== null) throw new Error(`it was not mounted: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    root,
    unmount() {
      spawnSync('umount', ['--lazy', root]);
      server.kill();
    },
  };
}
