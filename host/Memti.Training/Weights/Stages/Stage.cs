using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Projects;

namespace Memti.Training.Weights.Stages;

/// <summary>
/// Runs a stage unless its stamp is current. Inputs are hashed before and after, so concurrent edits are detected. The stamp is written
/// last.
/// </summary>
/// <param name="name">Name of the stage.</param>
/// <param name="build">State that the stages share.</param>
/// <param name="content">SHA-256 of the parts of the request that the stage depends on.</param>
/// <param name="handed">Files of the previous stage that this one reads.</param>
internal sealed class Stage(string name, WeightBuild build, string content, params IReadOnlyList<string> handed)
{
    private readonly string _file = new StageFiles(build.Request).Stamp(name);
    private readonly string[] _handed = [.. handed.Select(build.Request.NameOf)];

    /// <summary>True when the stage is up to date.</summary>
    public bool IsFinished => StageStamp.Read(_file) is { } stamp
        && stamp.IsOf(content, [.. build.Inputs, .. InputFiles.Beside(build.Request, stamp.Beside), .. Hash(_handed)], build.Request.At);

    /// <summary>Runs the stage.</summary>
    /// <param name="run">Does the work. Returns the files of the stage; none when it failed.</param>
    public StageResult Run(Func<WeightProject, IReadOnlyList<StageOutput>> run)
    {
        // No stamp while the stage runs: an interrupted stage must not look finished.
        File.Delete(_file);
        IReadOnlyList<InputFile> given = Hash(_handed);
        if (WeightProject.Open(build, out IReadOnlyList<Diagnostic> findings) is not { } project)
            return StageResult.Failed(findings);
        IReadOnlyList<InputFile> before = [.. project.Inputs, .. given];
        IReadOnlyList<StageOutput> outputs = run(project);
        if (outputs.Count == 0)
            return StageResult.Failed(findings);
        IReadOnlyList<InputFile> after = [
            .. InputFiles.Of(build.Request),
            .. InputFiles.Beside(build.Request, project.Beside),
            .. Hash(_handed)
        ];
        if (StageStamp.Changed(before, after) is [InputFile changed, ..])
            return StageResult.Failed([.. findings, Changed(changed)]);
        new StageStamp(content, before, project.Beside, Hash(outputs.Select(static output => output.File))).Write(_file);
        return new StageResult(false, outputs, findings);
    }

    /// <summary>What files hold now, by their names.</summary>
    private IReadOnlyList<InputFile> Hash(IEnumerable<string> names) => StageStamp.Hash(names, build.Request.At);

    private static Diagnostic Changed(InputFile input) => new(
        WeightCodes.InputChanged,
        $"{input.Role} '{input.Name}' was changed while it was used; what was made of it is not kept. Build again.")
    {
        File = input.Name,
        Key = input.Role,
        Value = input.Sha256,
    };
}
