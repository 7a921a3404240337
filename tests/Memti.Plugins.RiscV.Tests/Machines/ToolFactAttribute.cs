namespace Memti.Plugins.RiscV.Tests.Machines;

/// <summary>A test that needs a program of the system; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="tools">Names of the programs.</param>
    public ToolFactAttribute(params string[] tools)
    {
        if (tools.FirstOrDefault(static tool => !IsInstalled(tool)) is { } missing)
            Skip = $"'{missing}' is not installed (apt-get install qemu-system-misc binutils-riscv64-unknown-elf)";
    }

    /// <summary>True for a test that takes minutes: it runs with MEMTI_LONG_TESTS=1.</summary>
    public bool Long
    {
        get => false;
        set
        {
            if (value && Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") != "1")
                Skip = "it takes minutes; set MEMTI_LONG_TESTS=1";
        }
    }

    public static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
