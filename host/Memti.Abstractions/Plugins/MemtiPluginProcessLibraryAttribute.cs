namespace Memti.Abstractions.Plugins;

/// <summary>
/// Declares a native library in the folder of a plugin of which a process holds one copy alone. The host refuses a second folder with
/// another copy before anything of it is loaded: where two copies meet, the library ends the process, and nothing can catch it.
/// </summary>
/// <param name="name">Name of the library without prefix and extension, such as <c>torch_cpu</c> for <c>libtorch_cpu.so</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MemtiPluginProcessLibraryAttribute(string name) : Attribute
{
    /// <summary>Name of the library without prefix and extension.</summary>
    public string Name { get; } = name;
}
