using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
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
    private readonly StageFiles _files = new(build.Request);
    private readonly string[] _handed = [.. handed.Select(build.Request.NameOf)];

    private string Stamp => _files.Stamp(name);

    /// <summary>True when the stage is up to date.</summary>
    public bool IsFinished => StageStamp.Read(Stamp, build.Find) is { } stamp
        && InputFiles.AreNamed(build.Request, stamp.Beside)
        && stamp.IsOf(
            content, [.. build.Inputs, .. InputFiles.Beside(build.Request, stamp.Beside), .. Hash(_handed)], _files.IsAsStated);

    /// <summary>Runs the stage.</summary>
    /// <param name="run">Does the work. Returns the files of the stage; none when it failed.</param>
    public StageResult Run(Func<WeightProject, IReadOnlyList<StageOutput>> run)
    {
        // No stamp while the stage runs: an interrupted stage must not look finished.
        WholeFile.Delete(Stamp);
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
        new StageStamp(content, before, project.Beside, Hash(outputs.Select(static output => output.File))).Write(Stamp);
        return new StageResult(false, outputs, findings);
    }

    /// <summary>What files hold now, by their names.</summary>
    private IReadOnlyList<InputFile> Hash(IEnumerable<string> names) => [.. names.Select(_files.Now)];

    private static Diagnostic Changed(InputFile input) => new(
        WeightCodes.InputChanged,
        $"{input.Role} '{input.Name}' was changed while it was used; what was made of it is not kept. Build again.")
    {
        File = input.Name,
        Key = input.Role,
        Value = input.Sha256,
    };
}
