using Memti.Plugins.RiscV.Instructions;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Where a region takes its instructions from.</summary>
internal interface ICodeSource
{
    /// <summary>An instruction that the core decoded before.</summary>
    /// <returns>False where it decoded none, or where the region must not go on.</returns>
    bool TryGet(uint pc, out Operation operation);
}
