using System.Security.Cryptography;

namespace Memti.Documents.Files;

/// <summary>
/// The bytes of a file until it is whole: they lie beside it under a name that nobody can foresee, and take its name at the end. A device
/// or a FIFO is written to directly, because a rename would replace it.
/// </summary>
internal sealed class AsideFile : IDisposable
{
    /// <summary>What the name of a file ends with until it is whole.</summary>
    internal const string Suffix = ".memti-partial";

    private const int RandomBytes = 6;

    private readonly string _file;
    private readonly string? _aside;

    private AsideFile(string file, string? aside, FileStream stream) => (_file, _aside, Stream) = (file, aside, stream);

    /// <summary>Takes the bytes.</summary>
    public FileStream Stream { get; }

    /// <summary>Opens the place of the bytes. What killed runs left of the same file goes.</summary>
    /// <exception cref="IOException">The file cannot be written here.</exception>
    public static AsideFile Open(string file, int bufferSize)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (FileKind.IsSpecial(file))
            return new AsideFile(file, null, new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize));
        CleanUp(file);
        string aside = $"{file}.{RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true)}{Suffix}";
        try
        {
            // Created and not overwritten: a link there could lead to any file of the user.
            // Not shared: who cleans up sees that it is in use.
            return new AsideFile(file, aside, new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize));
        }
        catch (DirectoryNotFoundException)
        {
            // In the words of the user, who knows nothing of a name with random digits.
            throw new DirectoryNotFoundException($"the folder of '{file}' does not exist.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UnauthorizedAccessException($"no right to write in the folder of '{file}'.");
        }
    }

    /// <summary>Gives the bytes the name of the file, and the mode of the file that had it.</summary>
    public void Complete()
    {
        if (_aside is null)
        {
            Stream.Dispose();
            return;
        }

        Stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows() && File.Exists(_file))
            File.SetUnixFileMode(Stream.SafeFileHandle, File.GetUnixFileMode(_file));
        Stream.Dispose();
        File.Move(_aside, _file, overwrite: true);
    }

    /// <summary>Deletes bytes that did not become the file. Never throws.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // Buffered bytes that a full disk does not take are not wanted any more.
        }

        if (_aside is not null)
            TryDelete(_aside);
    }

    /// <summary>Deletes what killed runs left of a file. What a living process is writing stays.</summary>
    public static void CleanUp(string file)
    {
        string name = Path.GetFileName(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? file;
        if (!Directory.Exists(folder))
            return;
        foreach (string path in Directory.EnumerateFileSystemEntries(folder, "*" + Suffix))
            if (IsLeftoverOf(name, Path.GetFileName(path)) && !IsInUse(path))
                File.Delete(path);
    }

    private static bool IsLeftoverOf(string name, string other) =>
        other.StartsWith(name + ".", StringComparison.Ordinal)
        && other.Length - name.Length - Suffix.Length is 0 or 1 + (2 * RandomBytes);

    private static bool IsInUse(string path)
    {
        // A link or a FIFO is not ours, and to open it could block.
        if (new FileInfo(path).LinkTarget is not null || FileKind.IsSpecial(path))
            return false;
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next run cleans up; the error of the write says more.
        }
    }
}
