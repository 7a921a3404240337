using Memti.Abstractions;
using Memti.Images;

namespace Memti.Weights;

/// <summary>Writes the images of a project with their manifest. Files whose bytes stay are left alone; those of an earlier manifest that are not written any more are removed.</summary>
internal sealed class ImageEmission(WeightProject project, StageFiles files, StageWatch watch)
{
    private readonly WeightRequest _request = project.Request;

    public IReadOnlyList<StageOutput> Run(IReadOnlyList<TrainedTask> tasks)
    {
        var codes = new StoredCodes(project);
        (string, IReadOnlyList<ImageTensor>)[] stored = [.. tasks.Select(task => (task.Name, codes.Of(task)))];
        var contents = new RegionContents(project, codes.Shared, stored);
        WeightImages images = Images([.. _request.Regions.SelectMany(contents.Of)]);
        WeightManifest manifest = new ManifestOfProject(project).Of(tasks) with { Regions = images.Regions, TaskSwitches = images.TaskSwitches };
        RemoveOthers(images);
        images.Write(_request.Output, manifest);
        ManifestFile.Write(files.Emitted, manifest);
        foreach (ImageFile file in images.Files)
            watch.Done?.Invoke(FormattableString.Invariant($"{file.Name}: {file.Bytes.Length} bytes"));
        // The manifest is not among what the stamp covers: a simulation adds its cost to it.
        return [.. EmitStage.Outputs(files, manifest).Where(static output => output.Kind == "image"), new StageOutput(files.Emitted, "report")];
    }

    private WeightImages Images(IReadOnlyList<RegionImage> images)
    {
        if (ImagePlacement.Check(images) is [Diagnostic overlap, ..])
            throw new MemtiException(RequestFit.At(Culprit(overlap).Place, overlap));
        return WeightImages.Of(images, name => [.. _request.Regions.First(region => region.Name == name).Formats.Distinct().Select(ImageFormats.Find)]);
    }

    /// <summary>The region that a finding names: its key is <c>region.address</c>.</summary>
    private WeightRegion Culprit(Diagnostic finding) => _request.Regions.First(region => finding.Key?.StartsWith(region.Name + ".", StringComparison.Ordinal) ?? true);

    private void RemoveOthers(WeightImages images)
    {
        if (!File.Exists(files.Emitted))
            return;
        try
        {
            HashSet<string> kept = [.. images.Files.Select(static file => file.Name)];
            foreach (string file in ManifestFile.Read(files.Emitted).Regions.SelectMany(static region => region.Images).SelectMany(static image => image.Files).Select(static file => file.File).Where(file => !kept.Contains(file)))
                File.Delete(Path.Combine(_request.Output, file));
        }
        catch (MemtiException)
        {
            // A damaged list of what was written before removes nothing.
        }
    }
}
