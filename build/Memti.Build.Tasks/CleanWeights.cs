using Memti.Abstractions.Diagnostics;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Deletes the files that builds of a project wrote.</summary>
[MSBuildMultiThreadableTask]
public sealed class CleanWeights : WrittenFilesTask
{
    /// <inheritdoc />
    public override bool Execute()
    {
        foreach ((string file, _) in Listed())
            Delete(file);
        return !Log.HasLoggedErrors;
    }

    private void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.LogError(
                null, DiagnosticCode.OutputUnwritable, null, file, 0, 0, 0, 0, "{0}", $"the file cannot be deleted: {error.Message}");
        }
    }
}
