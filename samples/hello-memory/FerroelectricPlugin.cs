using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(HelloMemory.FerroelectricPlugin), "hello.memory")]

namespace HelloMemory;

/// <summary>Offers <c>hello-memory</c>: ferroelectric chips next to the accelerator.</summary>
public sealed class FerroelectricPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry) =>
        registry.AddMemory<FerroelectricOptions>("hello-memory", static options => new FerroelectricMemory(options));
}
