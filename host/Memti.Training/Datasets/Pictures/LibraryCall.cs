using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Calls a library that decodes pictures.</summary>
internal static class LibraryCall
{
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>: the library refused the file.</exception>
    public static Picture Decode(string file, string format, Func<Picture> decode)
    {
        try
        {
            return decode();
        }
        // A damaged file fails in a library with whatever exception its code runs into; every one of them means that file.
        catch (Exception error) when (error is not (MemtiException or OperationCanceledException))
        {
            throw DataFile.Unreadable(file, $"its {format} data are damaged or of an unusual kind: {error.Message.TrimEnd('.')}", error);
        }
    }
}
