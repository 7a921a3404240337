using System.Collections.Concurrent;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Parameters;
using Memti.Documents.Names;
using Memti.Networks.Codes;
using Memti.Networks.Graphs;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;

namespace Memti.Networks.Presets;

/// <summary>Networks of a host: shipped ones by name, any other by the path of its file.</summary>
public sealed class NetworkCatalog
{
    /// <summary>Name of the folder with shipped networks, next to the executable.</summary>
    public const string FolderName = "networks";

    private readonly ConcurrentDictionary<string, Lazy<NetworkTable>> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NetworkPreset> _byName;

    private NetworkCatalog(IReadOnlyList<NetworkPreset> presets) =>
        (Presets, _byName) = (presets, presets.ToDictionary(static preset => preset.Name, StringComparer.Ordinal));

    /// <summary>A catalog without shipped networks.</summary>
    public static NetworkCatalog Empty { get; } = new([]);

    /// <summary>Shipped networks, in ordinal order of their names.</summary>
    public IReadOnlyList<NetworkPreset> Presets { get; }

    /// <summary>Finds the networks in the folder <c>networks</c> next to the executable.</summary>
    public static NetworkCatalog BesideExecutable() => Find(Path.Combine(AppContext.BaseDirectory, FolderName));

    /// <summary>
    /// Finds the networks in a folder without reading them. Of two files with one name, the one whose extension comes first in
    /// <see cref="NetworkFile.Extensions"/> is used.
    /// </summary>
    /// <param name="folder">The folder; it may be missing.</param>
    public static NetworkCatalog Find(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
            return Empty;
        return new NetworkCatalog([.. Directory.EnumerateFiles(folder)
            .Where(NetworkFile.IsNetwork)
            .OrderBy(static file => NetworkFile.Extensions.ToList().IndexOf(Path.GetExtension(file).ToLowerInvariant()))
            .Select(
                static file =>
                    new NetworkPreset(
                        Path.GetFileNameWithoutExtension(file), $"{FolderName}/{Path.GetFileName(file)}", Path.GetFullPath(file)))
            .DistinctBy(static preset => preset.Name, StringComparer.Ordinal)
            .OrderBy(static preset => preset.Name, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The network of a name such as <c>resnet50</c>, or of a file. Each file is read once in the life of the catalog; may be called from
    /// any thread.
    /// </summary>
    /// <param name="nameOrPath">A name, or a path that ends like a network's file.</param>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.UnknownNetwork"/> with the names that are known, or the first finding of
    /// the file.</exception>
    /// <param name="inputs">What is said of the inputs of an ONNX graph; null for nothing.</param>
    public NetworkTable Read(string nameOrPath, NetworkInputs? inputs = null) => Read(new ScenarioFile(nameOrPath), inputs);

    /// <summary>The network that a scenario names.</summary>
    /// <param name="nameOrFile">Its name among those that ship, or its file.</param>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.UnknownNetwork"/> with the names that are known, or the first finding of
    /// the file.</exception>
    /// <param name="inputs">What is said of the inputs of an ONNX graph; null for nothing.</param>
    public NetworkTable Read(ScenarioFile nameOrFile, NetworkInputs? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrFile);
        (string path, string shown) = Locate(nameOrFile);
        string key = $"{path}\n{(inputs ?? NetworkInputs.None).Key}";
        return _read.GetOrAdd(key, _ => new Lazy<NetworkTable>(() => NetworkFile.Read(path, shown, inputs))).Value;
    }

    /// <summary>A network as a graph that can be trained. It is read anew at each call.</summary>
    /// <param name="request">Its name among those that ship, or its file, and what is said of its inputs.</param>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.UnknownNetwork"/> with the names that are known, or a finding of the
    /// file.</exception>
    public NetworkGraph ReadGraph(GraphRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        (string path, string shown) = Locate(request.File);
        string[] texts = request.Inputs?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (NetworkInputs.Read(texts, out IReadOnlyDictionary<string, IReadOnlyList<long>> shapes) is { } wrong)
            throw new MemtiException(
                new Diagnostic(
                    DiagnosticCode.ValueOutOfRange,
                    $"the shape of an input is '{wrong}'; permitted: {NetworkInputs.Permitted}, each input once.")
                {
                    Value = wrong,
                    Permitted = NetworkInputs.Permitted,
                });
        return GraphFile.Read(path, shown, new NetworkInputs { Shapes = shapes }, request.InputPx, request.End);
    }

    /// <summary>Like <see cref="Read(string, NetworkInputs?)"/>, with everything that is wrong.</summary>
    /// <param name="nameOrPath">A name, or a path that ends like a network's file.</param>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.UnknownNetwork"/> with the names that are known.</exception>
    /// <param name="inputs">What is said of the inputs of an ONNX graph; null for nothing.</param>
    public NetworkResult Examine(string nameOrPath, NetworkInputs? inputs = null)
    {
        (string path, string shown) = Locate(new ScenarioFile(nameOrPath));
        return NetworkFile.Examine(path, shown, inputs);
    }

    private (string Path, string Shown) Locate(ScenarioFile file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file.Name);
        if (_byName.TryGetValue(file.Name, out NetworkPreset? preset))
            return (preset.FullPath, preset.File);
        // A file of another extension may be one that is known, which its reader then says.
        return NetworkFile.IsNetwork(file.Name) || (Path.HasExtension(file.Name) && File.Exists(file.Path))
            ? (file.Path, file.Path)
            : throw Unknown(file.Name);
    }

    private MemtiException Unknown(string name)
    {
        string[] names = [.. Presets.Select(static preset => preset.Name)];
        string known = names.Length == 0 ? "none" : string.Join(", ", names);
        string meant = NearestName.Question(name, names) is { } question ? question + " " : "";
        string text = $"there is no network '{name}'; {meant}known: {known}, "
            + $"or the path of a file that ends in {string.Join(", ", NetworkFile.Extensions)}.";
        return new MemtiException(
            new Diagnostic(NetworkCodes.UnknownNetwork, text) { Value = name, Permitted = NearestName.Of(name, names) ?? known });
    }
}
