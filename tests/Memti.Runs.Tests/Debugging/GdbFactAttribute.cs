namespace Memti.Runs.Tests.Debugging;

/// <summary>A test with the GNU debugger; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GdbFactAttribute : FactAttribute
{
    private const string Packages = "gdb-multiarch gcc-riscv64-unknown-elf";

    /// <param name="more">Programs beside the debugger.</param>
    public GdbFactAttribute(params string[] more)
    {
        if (more.Prepend(Gdb.Name).FirstOrDefault(static tool => !IsThere(tool)) is { } missing)
            Skip = $"'{missing}' is not installed (apt-get install {Packages})";
    }

    private static bool IsThere(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
