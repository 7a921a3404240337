namespace Memti.Abstractions.Plugins;

/// <summary>The entry point of a plugin.</summary>
public interface IMemtiPlugin
{
    /// <summary>Registers the kinds that the plugin offers. Must not read or write files or start threads.</summary>
    void Register(IPluginRegistry registry);
}
