namespace Memti.Plugins.Codes;

/// <summary>Codes of plugins that cannot be found, loaded or called.</summary>
public static class PluginCodes
{
    /// <summary>A plugin file that is not a .NET assembly: truncated, native or something else.</summary>
    public const string PluginUnreadable = "MEMTI3001";

    /// <summary>A plugin folder without a plugin: no assembly in it declares one.</summary>
    public const string PluginUndeclared = "MEMTI3002";

    /// <summary>A plugin built for another version of the contract.</summary>
    public const string PluginContract = "MEMTI3003";

    /// <summary>A plugin whose own dependency cannot be loaded.</summary>
    public const string PluginDependencyMissing = "MEMTI3004";

    /// <summary>A plugin that did not return within its time limit.</summary>
    public const string PluginTimedOut = "MEMTI3006";

    /// <summary>Two plugins with one id, or two that offer one kind.</summary>
    public const string PluginDuplicate = "MEMTI3007";

    /// <summary>A plugin that requires a missing plugin, or that requires itself through others.</summary>
    public const string PluginOrder = "MEMTI3008";

    /// <summary>A plugin path that does not exist.</summary>
    public const string PluginPathMissing = "MEMTI3010";

    /// <summary>A processor with a figure that cannot be.</summary>
    public const string BadProcessorFigure = "MEMTI3011";

    /// <summary>A training engine that no loaded plugin offers.</summary>
    public const string UnknownEngine = "MEMTI3012";

    /// <summary>A plugin's folder with a second copy of a native library of which a process holds one alone.</summary>
    public const string ProcessLibraryTaken = "MEMTI3013";

    /// <summary>Plugin code ended the process before the command was done.</summary>
    public const string PluginEndedProcess = "MEMTI3014";

    /// <summary>Plugin code did not let the process end; a warning.</summary>
    public const string PluginHeldExit = "MEMTI3015";

    /// <summary>The worker process of a command ended before the command was done.</summary>
    public const string WorkerEnded = "MEMTI3016";
}
