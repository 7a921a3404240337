namespace Memti.EndToEnd.Tests;

/// <summary>Programs of others on the path.</summary>
internal static class Installed
{
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
