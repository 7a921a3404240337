using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(ProcessLibraryPlugin), "test.process-library")]
[assembly: MemtiPluginProcessLibrary("memti_once")]

namespace Memti.TestPlugins;

/// <summary>Declares a native library that a process holds once, and offers nothing.</summary>
public sealed class ProcessLibraryPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
    }
}
