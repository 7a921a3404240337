using System.Diagnostics.CodeAnalysis;
using Memti.EndToEnd.Tests.Firmware;

namespace Memti.EndToEnd.Tests.PowerCuts;

/// <summary>The firmware of the sample, built as its page says.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "xunit creates it.")]
public sealed class UpdateFirmware : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-powercut-");
    private bool _isBuilt;

    /// <summary>A copy of the scenario that runs the executables of this folder.</summary>
    internal string Scenario
    {
        get
        {
            Build();
            return Path.Combine(_folder.FullName, "powercut.memti.yaml");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Build()
    {
        if (_isBuilt)
            return;
        _isBuilt = true;
        string sample = Path.Combine(Built.Root, "samples", "powercut");
        string build = Path.Combine(_folder.FullName, "build");
        NodeFirmware.Run("make", "-s", "-C", sample, $"BUILD={build}", $"MEMTI=dotnet {Built.Executable}");
        File.Copy(Path.Combine(sample, "powercut.memti.yaml"), Path.Combine(_folder.FullName, "powercut.memti.yaml"));
    }
}
