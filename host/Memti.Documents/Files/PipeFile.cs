namespace Memti.Documents.Files;

/// <summary>Files that would keep a reader waiting for a writer.</summary>
public static class PipeFile
{
    // Where a shell puts what it redirects, and where devices are: who names them means them.
    private static readonly string[] Meant = ["/dev/", "/proc/"];

    /// <summary>
    /// True for a file that has no length: a regular one is empty, and a named pipe waits until somebody writes into it. Links are
    /// followed. False for what does not exist.
    /// </summary>
    /// <param name="path">The file.</param>
    public static bool IsEmptyOrPipe(string path)
    {
        if (Meant.Any(folder => Path.GetFullPath(path).StartsWith(folder, StringComparison.Ordinal)))
            return false;
        var file = new FileInfo(path);
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
            file = target;
        return file is { Exists: true, Length: 0 };
    }
}
