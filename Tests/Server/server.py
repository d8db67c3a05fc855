"""A PostgreSQL server for tests and benchmarks."""
import glob, os, pathlib, pwd, shutil, subprocess


class Server:
    """A PostgreSQL server of its own. Root may not run one: then the system's user “postgres” does."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.user = "postgres" if os.geteuid() == 0 else None
        self.programs = Server.installed()
        if self.user:
            os.chmod(folder, 0o755)
            shutil.chown(folder, self.user)
        self.run("initdb", "-D", self.data, "-U", "dossier", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        with open(self.data / "pg_hba.conf", "w") as file:
            file.write("local all dossier trust\nlocal all careful scram-sha-256\nlocal all reader trust\n")
        self.start()

    @staticmethod
    def installed():
        """The folder of the newest server's programs; None where there is none."""
        return max(glob.glob("/usr/lib/postgresql/*/bin"), default=None)

    @property
    def data(self):
        return self.folder / "data"

    def run(self, program, *arguments):
        home = pwd.getpwnam(self.user).pw_dir if self.user else None
        done = subprocess.run([f"{self.programs}/{program}", *map(str, arguments)], capture_output=True, text=True, user=self.user, group=self.user and pwd.getpwnam(self.user).pw_gid, cwd=home or "/",
                              env=dict(os.environ, LC_ALL="C.UTF-8"))
        assert done.returncode == 0, f"{program}: {done.stderr}"

    def start(self):
        options = f"-k {self.folder} -c listen_addresses= -c max_connections=40"
        self.run("pg_ctl", "-D", self.data, "-o", options, "-l", self.folder / "log", "-w", "start")

    def stop(self, mode="fast"):
        self.run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def address(self, name=None, user="dossier", password=None):
        secret = f":{password}" if password else ""
        return f"postgres://{user}{secret}@/postgres?host={self.folder}" + (f"#{name}" if name else "")

    def sql(self, statements):
        """What psql prints of them."""
        done = subprocess.run(["psql", "-h", str(self.folder), "-U", "dossier", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt"], input=statements,
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()
