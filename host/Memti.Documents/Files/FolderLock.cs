using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Files;

/// <summary>
/// The right to write into a folder of finished work. Two processes that made the same pieces at the same time would take each other's
/// files for leftovers. The lock ends with its process, however that ends; its empty file stays.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const string FileName = "lock";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, and waits as long as another process has it.</summary>
    /// <param name="folder">The folder, created if missing.</param>
    /// <param name="waiting">Called once when there is something to wait for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static FolderLock Take(string folder, Action? waiting, CancellationToken cancellationToken)
    {
        WholeFile.MakeFolder(folder);
        string file = Path.Combine(folder, FileName);
        for (bool first = true; ; first = false)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(file) is { } stream)
                return new FolderLock(stream);
            if (first)
                waiting?.Invoke();
            cancellationToken.WaitHandle.WaitOne(Pause);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    /// <summary>The open file; null when another process has it.</summary>
    private static FileStream? TryOpen(string file)
    {
        try
        {
            // A link could lead to any file of the user.
            if (new FileInfo(file).LinkTarget is not null)
                throw WholeFile.Unwritable(file, new IOException("it is a symbolic link."));
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null; // somebody else holds it
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WholeFile.Unwritable(file, error);
        }
    }
}
