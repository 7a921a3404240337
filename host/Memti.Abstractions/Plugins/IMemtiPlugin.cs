namespace Memti.Abstractions.Plugins;

/// <summary>The entry point of a plugin.</summary>
public interface IMemtiPlugin
{
    /// <summary>Names the kinds that the plugin offers. Only registers: no input or output, no threads.</summary>
    void Register(IPluginRegistry registry);
}
