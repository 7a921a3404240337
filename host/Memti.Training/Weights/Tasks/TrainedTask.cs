using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Codes;
using Memti.Training.Plans;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Weights.Tasks;

/// <summary>A task with trained parameters, retrained when a memory has faults.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Data">The dataset, as the request names it.</param>
/// <param name="DataSha256">SHA-256 of images and labels.</param>
/// <param name="WeightFile">Weight file with the parameters of the task, as seen from the folder of the request.</param>
/// <param name="WeightsSha256">SHA-256 of that file.</param>
/// <param name="FixedPoint">Fixed-point accuracy without faults, before retraining.</param>
/// <param name="Before">Accuracy in the memories before retraining.</param>
/// <param name="After">Accuracy in the memories after retraining.</param>
/// <param name="PValue">Two-sided p-value of the difference; null when undefined.</param>
public sealed record TrainedTask(
    string Name,
    int Classes,
    string Data,
    string DataSha256,
    string WeightFile,
    string WeightsSha256,
    double FixedPoint,
    MeasuredAccuracy Before,
    MeasuredAccuracy After,
    double? PValue)
{
    /// <summary>Reads the weights that were measured.</summary>
    /// <param name="request">The request that they are of.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>; <see cref="WeightCodes.StageMissing"/>: the weight
    /// file is another one, or lies outside the work folder though the request does not name it.</exception>
    public WeightSource Weights(WeightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The list of tasks is a file in the work folder: it must not make anyone read a file elsewhere.
        bool isGiven = request.Tasks.Any(task => task.Name == Name && task.Weights == WeightFile);
        string inWork = Path.GetRelativePath(request.At(request.Work), request.At(WeightFile));
        if (!isGiven && !ConfinedPath.TryResolve(request.At(request.Work), inWork, out _, out _))
            throw Others(WeightFile);
        WeightSource weights = WeightSource.Read(request.At(WeightFile));
        return weights.Sha256 == WeightsSha256 ? weights : throw Others(weights.Name);
    }

    private MemtiException Others(string file) => new(new Diagnostic(
        WeightCodes.StageMissing, $"the weights of task '{Name}' are not those that were measured; run stage retrain again.")
    {
        File = file
    });
}
