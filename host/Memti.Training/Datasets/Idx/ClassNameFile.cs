using Memti.Abstractions.Diagnostics;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Reads class names from a text file, one per line in the order of the labels. A number and a tab before the name are
/// ignored.</summary>
internal static class ClassNameFile
{
    private const int MostBytes = 1 << 20;

    /// <summary>The names; null when the file does not exist.</summary>
    /// <exception cref="MemtiException">The file is unreadable or longer than a megabyte.</exception>
    public static string[]? TryRead(string file)
    {
        if (!File.Exists(file))
            return null;
        using FileStream stream = DataFile.Open(file);
        if (stream.Length > MostBytes)
            throw DataFile.Unreadable(file, $"it has {stream.Length} bytes, and names of classes are permitted {MostBytes}");
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0).Select(Name)];
    }

    private static string Name(string line)
    {
        string[] fields = line.Split('\t');
        return fields.Length > 1 && fields[0].All(char.IsAsciiDigit) ? fields[^1] : line;
    }
}
