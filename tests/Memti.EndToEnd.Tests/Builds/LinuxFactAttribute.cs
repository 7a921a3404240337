namespace Memti.EndToEnd.Tests.Builds;

/// <summary>A test that looks into the file system of Linux for what no portable call tells.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "it needs Linux: /proc and /dev/full";
}
