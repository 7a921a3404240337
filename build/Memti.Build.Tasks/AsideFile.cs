using System.Text;

namespace Memti.Build.Tasks;

/// <summary>Small files of the build, written aside and moved when they are whole.</summary>
internal static class AsideFile
{
    /// <summary>Writes a file unless it has these bytes already.</summary>
    /// <returns>Whether it was written.</returns>
    public static bool WriteIfChanged(string path, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string aside = path + ".new";
        File.WriteAllBytes(aside, bytes);
        File.Move(aside, path, overwrite: true);
        return true;
    }
}
