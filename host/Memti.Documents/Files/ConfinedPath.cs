namespace Memti.Documents.Files;

/// <summary>
/// Paths that a file names relative to a folder, and that must not leave it. Such a file may come from elsewhere, and must not make
/// a command read, write or delete anything outside.
/// </summary>
public static class ConfinedPath
{
    /// <summary>Links that one path may pass before it counts as a circle; the limit of Linux.</summary>
    private const int MostLinks = 40;

    private static readonly StringComparison OfFileSystem =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Resolves a path that must lie below a folder. The file need not exist.</summary>
    /// <param name="folder">The folder. It may be reached through symbolic links.</param>
    /// <param name="name">Path relative to the folder, as a file states it, with <c>/</c> or <c>\</c> between folders.</param>
    /// <param name="path">The folder and the name, when the method returns true; else empty.</param>
    /// <param name="why">Why the path is refused, as a clause about "it"; empty when the method returns true.</param>
    /// <returns>False for an absolute path, for a path with <c>..</c>, and where a symbolic link leads out of the folder.</returns>
    public static bool TryResolve(string folder, string name, out string path, out string why)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(name);
        path = "";
        why = Fault(name);
        if (why.Length > 0)
            return false;
        string whole = Path.Combine(folder, name);
        string? home = Real(Path.GetFullPath(folder.Length == 0 ? "." : folder));
        string? real = Real(Path.GetFullPath(whole));
        if (home is null || real is null)
            why = "it passes symbolic links that lead nowhere or in a circle";
        else if (!IsBelow(home, real))
            why = "a symbolic link leads it out of the folder";
        else
            path = whole;
        return why.Length == 0;
    }

    private static string Fault(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains('\0', StringComparison.Ordinal))
            return "it names no file";
        // A drive or a root of the other family of systems is refused everywhere: the same file must be refused on every machine.
        if (Path.IsPathRooted(name) || name[0] is '/' or '\\' || (name.Length > 1 && name[1] == ':'))
            return "it is an absolute path";
        return name.Split('/', '\\').Contains("..") ? "it leaves the folder by '..'" : "";
    }

    /// <summary>The path without symbolic links; null when they do not end.</summary>
    private static string? Real(string path)
    {
        var rest = new Stack<string>(Parts(path).Reverse());
        string at = Path.GetPathRoot(path)!;
        for (int links = 0; rest.TryPop(out string? part);)
        {
            string next = Path.Combine(at, part);
            if (LinkTarget(next) is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MostLinks)
                return null;
            // The target may itself be reached through links, so its parts are walked again.
            string whole = Path.GetFullPath(target, at);
            foreach (string piece in Parts(whole).Reverse())
                rest.Push(piece);
            at = Path.GetPathRoot(whole)!;
        }

        return at;
    }

    private static string[] Parts(string path) => path[Path.GetPathRoot(path)!.Length..].Split(
        [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at cannot be read either.
            return null;
        }
    }

    private static bool IsBelow(string folder, string path)
    {
        string start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(start, OfFileSystem);
    }
}
