using System.Diagnostics;

namespace Memti.Tests;

/// <summary>A named pipe into which nobody writes: who opens it for reading waits for ever.</summary>
internal static class NamedPipe
{
    /// <summary>Makes a pipe, and a link to it beside it; null where there are none.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="extension">Extension of the link.</param>
    /// <returns>The link.</returns>
    public static string? LinkTo(string folder, string extension)
    {
        if (OperatingSystem.IsWindows())
            return null;
        string pipe = Path.Combine(folder, "pipe");
        using (Process make = Process.Start("mkfifo", [pipe]))
            make.WaitForExit();
        return File.CreateSymbolicLink(Path.Combine(folder, "link" + extension), "pipe").FullName;
    }
}
