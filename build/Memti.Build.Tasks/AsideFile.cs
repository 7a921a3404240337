using System.Text;

namespace Memti.Build.Tasks;

/// <summary>Writes small files of the build under another name and renames them, so that a cancelled build leaves no partial
/// file.</summary>
internal static class AsideFile
{
    /// <summary>Writes a file unless it already has these bytes.</summary>
    /// <returns>True when it was written.</returns>
    public static bool WriteIfChanged(string path, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        // An unchanged file keeps its time, so that targets with Inputs and Outputs do not run again.
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string aside = path + ".new";
        File.WriteAllBytes(aside, bytes);
        File.Move(aside, path, overwrite: true);
        return true;
    }
}
