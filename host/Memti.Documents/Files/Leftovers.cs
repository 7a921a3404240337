using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Files;

/// <summary>What killed runs leave: files that never became whole.</summary>
public static class Leftovers
{
    /// <summary>Deletes the leftovers of a folder into which nobody else writes. Links are not followed.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="below">True to look in the folders below as well.</param>
    /// <param name="isOne">Further files to delete, by their names. Default: null, for none.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Sweep(string folder, bool below, Func<string, bool>? isOne = null)
    {
        try
        {
            if (Directory.Exists(folder))
                Sweep(new DirectoryInfo(folder), below, isOne);
        }
        catch (Exception error) when (WholeFile.IsOfFiles(error))
        {
            throw WholeFile.Unwritable(folder, error);
        }
    }

    private static void Sweep(DirectoryInfo folder, bool below, Func<string, bool>? isOne)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo inner)
            {
                if (below && inner.LinkTarget is null)
                    Sweep(inner, below, isOne);
            }
            else if (entry.Name.EndsWith(AsideFile.Suffix, StringComparison.Ordinal) || isOne?.Invoke(entry.Name) == true)
            {
                entry.Delete();
            }
        }
    }
}
