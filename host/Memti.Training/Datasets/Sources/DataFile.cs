using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Codes;

namespace Memti.Training.Datasets.Sources;

/// <summary>Opens image files, and creates the errors about them.</summary>
internal static class DataFile
{
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesMissing"/> or
    /// <see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public static FileStream Open(string file)
    {
        try
        {
            return PipeFile.IsEmptyOrPipe(file) ? throw Unreadable(file, "it is empty, or a pipe") : File.OpenRead(file);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(file, $"there is no file '{file}'.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(file, failure.Message.TrimEnd('.'), failure);
        }
    }

    public static MemtiException Missing(string file, string text) =>
        new(new Diagnostic(DatasetCodes.ImagesMissing, text) { File = file, Value = file });

    public static MemtiException Unreadable(string file, string trouble, Exception? inner = null) =>
        new(new Diagnostic(DatasetCodes.ImagesUnreadable, $"no images or labels can be read: {trouble}.") { File = file }, inner);
}
