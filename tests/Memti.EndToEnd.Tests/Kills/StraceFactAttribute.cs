namespace Memti.EndToEnd.Tests.Kills;

/// <summary>A test of minutes that kills a process at a system call, which takes strace.</summary>
internal sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") != "1")
            Skip = "it takes minutes; set MEMTI_LONG_TESTS=1";
        else if (!File.Exists("/usr/bin/strace"))
            Skip = "strace is not installed";
    }
}
