namespace Memti.Documents.Files;

/// <summary>Where an output goes that the user names.</summary>
internal static class OutputTarget
{
    /// <summary>The file behind symbolic links: the user's link stays, and what it leads to is written. A file that it leads to need not
    /// exist.</summary>
    /// <exception cref="IOException">The links form a circle.</exception>
    public static string Of(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        // Links of the kind /dev/stdout lead to names that no folder has, such as pipe:[4711].
        if (FileKind.IsSpecial(file) || new FileInfo(file).LinkTarget is null)
            return file;
        return File.ResolveLinkTarget(file, returnFinalTarget: true)!.FullName;
    }
}
