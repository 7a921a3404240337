namespace Memti.Hosting.Tests;

/// <summary>A folder for one test, in which plugins can be damaged.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => FullPath = Directory.CreateTempSubdirectory("memti-plugins-").FullName;

    public string FullPath { get; }

    public string Path(params string[] parts) => System.IO.Path.Combine([FullPath, .. parts]);

    /// <summary>Copies a test plugin into a folder of its own, and gives the path of that folder.</summary>
    public string Copy(string plugin, string? folder = null)
    {
        string target = Path(folder ?? plugin);
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(TestPlugin.Folder(plugin)))
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
        return target;
    }

    public string Write(string folder, string file, byte[] content)
    {
        Directory.CreateDirectory(Path(folder));
        File.WriteAllBytes(Path(folder, file), content);
        return Path(folder, file);
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
