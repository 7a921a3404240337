using System.Text.RegularExpressions;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Studies;

namespace Memti.Plugins.Registry;

/// <summary>Collects what one plugin offers; the catalog takes all of it or nothing.</summary>
internal sealed partial class PluginRegistry(string pluginId, string? file, IModelHost host) : IPluginRegistry
{
    private readonly List<Registration> _registrations = [];
    private readonly List<StudyRegistration> _studies = [];
    private bool _closed;

    /// <inheritdoc />
    public void Add<TOptions, TContract>(PluginContract<TContract> contract, string kind, Func<TOptions, TContract> create)
        where TOptions : class, new()
        where TContract : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        Validate(kind, create);
        if (_registrations.Any(other => other.Contract == contract && other.Kind == kind))
            throw Invalid($"kind '{kind}' is registered twice.");
        _registrations.Add(new Registration<TContract>(
            contract, kind, typeof(TOptions), pluginId, file, options => Made(create((TOptions)options), kind)));
    }

    /// <inheritdoc />
    public void AddModel<TOptions>(string kind, Func<TOptions, IReadOnlyList<TaskRequest>, IModel> create)
        where TOptions : class, new()
    {
        Validate(kind, create);
        Add<TOptions, ModelFactory>(PluginContract.Model, kind, options => tasks => Made(create(options, tasks), kind));
    }

    /// <inheritdoc />
    public void AddModel<TOptions>(string kind, Func<TOptions, IReadOnlyList<TaskRequest>, IModelHost, IModel> create)
        where TOptions : class, new()
    {
        Validate(kind, create);
        AddModel<TOptions>(kind, (options, tasks) => create(options, tasks, host));
    }

    /// <inheritdoc />
    public void AddStudy<TOptions>(string group, string name, string summary, Func<TOptions, Network, StudyResult> run)
        where TOptions : class, new()
    {
        Validate(group, run);
        Validate(name, run);
        if (_studies.Exists(other => other.Group == group && other.Name == name))
            throw Invalid($"study '{group} {name}' is registered twice.");
        _studies.Add(new StudyRegistration(
            group,
            name,
            summary,
            typeof(TOptions),
            pluginId,
            file,
            (options, network) => Made(run((TOptions)options, network), $"{group} {name}")));
    }

    /// <summary>Ends the registration: a plugin that kept the registry cannot add to it behind the catalog's back.</summary>
    public PluginOffers Close()
    {
        _closed = true;
        return new PluginOffers(_registrations, _studies);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KindForm();

    private void Validate(string kind, Delegate create)
    {
        if (_closed)
            throw Invalid("kinds are registered in Register, not later.");
        if (kind is null || !KindForm().IsMatch(kind))
            throw Invalid($"kind '{kind}' is not made of lower-case letters, digits and single hyphens.");
        if (create is null)
            throw Invalid($"kind '{kind}' is registered without a way to make one.");
    }

    private T Made<T>(T? made, string kind)
        where T : class =>
        made ?? throw Invalid($"kind '{kind}' was asked for and gave null.");

    private MemtiException Invalid(string message) =>
        new(new Diagnostic(DiagnosticCode.PluginInvalid, $"plugin '{pluginId}' breaks the contract: {message}") { File = file });
}
