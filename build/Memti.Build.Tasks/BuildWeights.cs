using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Runs all stages in one worker process. For builds that want all of them: most builds have nothing to do, and starting the
/// process takes most of their time.</summary>
[MSBuildMultiThreadableTask]
public sealed class BuildWeights : WeightStage
{
    /// <summary>A file to write when all stages are done. Default: null, for none.</summary>
    public string? Stamp { get; set; }

    /// <summary>A Makefile rule to write, by which <see cref="Stamp"/> depends on the inputs. Default: null, for none.</summary>
    public string? Depfile { get; set; }

    private protected override string Stage => "build";

    // Paths stay as the project writes them: they are seen from its folder, as those of a Makefile beside it.
    private protected override IEnumerable<string> Options =>
    [
        .. base.Options,
        .. string.IsNullOrEmpty(Stamp) ? Array.Empty<string>() : ["--stamp", Stamp],
        .. string.IsNullOrEmpty(Depfile) ? Array.Empty<string>() : ["--depfile", Depfile],
    ];
}
