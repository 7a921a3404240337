using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Plans;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;
using Memti.Training.Weights.Tasks;
using Memti.WeightImages;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Weights;

/// <summary>Writes the weight images of a project with their manifest. Leaves files with unchanged bytes untouched, and removes files of an
/// earlier manifest that are no longer written.</summary>
internal sealed class ImageEmission(WeightProject project, StageFiles files, StageProgress watch)
{
    public IReadOnlyList<StageOutput> Run(IReadOnlyList<TrainedTask> tasks)
    {
        WeightImageSet images =
            new ProjectImages(project).Of(
                [.. tasks.Select(task => (task.Name, task.Classes, (WeightSource?)task.Weights(project.Request)))]);
        WeightManifest manifest = new ManifestOfProject(project).Of(tasks) with
        {
            Regions = images.Regions,
            TaskSwitches = images.TaskSwitches
        };
        // Before the list of earlier files is overwritten below.
        RemoveOthers(images);
        images.Write(files.Folder, manifest);
        ManifestFile.Write(files.Emitted, manifest);
        foreach (NamedFile file in images.Files)
            watch.Done?.Invoke(FormattableString.Invariant($"{file.Name}: {file.Bytes.Length} bytes"));
        // Not part of the stamp, because a simulation adds its cost to the manifest later.
        return [
            .. EmitStage.Outputs(files, manifest).Where(static output => output.Kind == "image"),
            files.Output(files.Emitted, "report")
        ];
    }

    private void RemoveOthers(WeightImageSet images)
    {
        if (!File.Exists(files.Emitted))
            return;
        try
        {
            HashSet<string> kept = [.. images.Files.Select(static file => file.Name)];
            foreach (string file in ManifestFile.Read(files.Emitted).Regions
                .SelectMany(static region => region.Images)
                .SelectMany(static image => image.Files)
                .Select(static file => file.File)
                .Where(file => !kept.Contains(file)))
                Remove(file);
        }
        catch (MemtiException)
        {
            // Without a valid list of earlier files, nothing is deleted.
        }
    }

    // The list is a file that anyone may have written: what it names elsewhere is not of this project.
    private void Remove(string file)
    {
        if (ConfinedPath.TryResolve(files.Folder, file, out string path, out _))
            WholeFile.Delete(path);
    }
}
