using Lattice.Stripe;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MvcShop.Models;
using Portal = Lattice.Stripe.BillingPortal;
using RetentionType = Lattice.Stripe.BillingPortal.SessionCreateFlowDataSubscriptionCancelRetentionType;
using Redisplay = Lattice.Stripe.CustomerSessionCreateComponentsPaymentElementFeaturesPaymentMethodRedisplay;
using Save = Lattice.Stripe.CustomerSessionCreateComponentsPaymentElementFeaturesPaymentMethodSave;
using SaveUsage = Lattice.Stripe.CustomerSessionCreateComponentsPaymentElementFeaturesPaymentMethodSaveUsage;

namespace MvcShop.Services;

/// <summary>What a service returns: a value, or what to tell the shopper.</summary>
public class ServiceResult<T>
{
    public ServiceResult(T value) => Value = value;

    public ServiceResult(ShopProblem problem) => Problem = problem;

    public T? Value { get; }

    public ShopProblem? Problem { get; }
}

public interface ICustomerSessionService
{
    Task<ServiceResult<CustomerSession>> StartAsync(Shopper shopper, bool saveCard, CancellationToken cancellationToken);
}

public interface IPortalService
{
    Task<ServiceResult<SecretString>> OpenAsync(Shopper shopper, Uri returnUrl, CancellationToken cancellationToken);

    Task<ServiceResult<SecretString>> OpenCancellationAsync(
        Shopper shopper, string subscription, Uri returnUrl, CancellationToken cancellationToken);
}

public class CustomerSessionService : ICustomerSessionService
{
    private readonly IStripeClient _stripe;
    private readonly ILogger<CustomerSessionService> _logger;

    public CustomerSessionService(IStripeClient stripe, ILogger<CustomerSessionService> logger) => (_stripe, _logger) = (stripe, logger);

    public async Task<ServiceResult<CustomerSession>> StartAsync(Shopper shopper, bool saveCard, CancellationToken cancellationToken)
    {
        var features = new CustomerSessionCreateComponentsPaymentElementFeatures();
        features.PaymentMethodRedisplay = Redisplay.Enabled;
        features.PaymentMethodSave = saveCard ? Save.Enabled : Save.Disabled;
        if (saveCard)
        {
            features.PaymentMethodSaveUsage = SaveUsage.OffSession;
        }

        var parameters = new CustomerSessionCreateParams();
        parameters.Customer = shopper.CustomerId;
        parameters.Components = new CustomerSessionCreateComponents();
        parameters.Components.PaymentElement = new CustomerSessionCreateComponentsPaymentElement();
        parameters.Components.PaymentElement.Enabled = true;
        parameters.Components.PaymentElement.Features = features;

        var result = await CustomerSession.TryCreateAsync(_stripe, parameters, null, cancellationToken);
        return result.IsSuccess
            ? new ServiceResult<CustomerSession>(result.Value)
            : new ServiceResult<CustomerSession>(result.Error.ToProblem(_logger));
    }
}

public class PortalService : IPortalService
{
    private readonly IStripeClient _stripe;
    private readonly ShopOptions _options;
    private readonly ILogger<PortalService> _logger;

    public PortalService(IStripeClient stripe, IOptionsSnapshot<ShopOptions> options, ILogger<PortalService> logger) =>
        (_stripe, _options, _logger) = (stripe, options.Value, logger);

    public Task<ServiceResult<SecretString>> OpenAsync(Shopper shopper, Uri returnUrl, CancellationToken cancellationToken) =>
        CreateAsync(ParametersFor(shopper, returnUrl), cancellationToken);

    public Task<ServiceResult<SecretString>> OpenCancellationAsync(
        Shopper shopper, string subscription, Uri returnUrl, CancellationToken cancellationToken)
    {
        var cancel = new Portal.SessionCreateFlowDataSubscriptionCancel { Subscription = subscription };
        if (_options.RetentionCoupon is { Length: > 0 } coupon)
        {
            cancel.Retention = new() { Type = RetentionType.CouponOffer, CouponOffer = new() { Coupon = coupon } };
        }

        var parameters = ParametersFor(shopper, returnUrl);
        parameters.FlowData = new Portal.SessionCreateFlowData
        {
            Type = Portal.SessionCreateFlowDataType.SubscriptionCancel,
            SubscriptionCancel = cancel,
            AfterCompletion = new Portal.SessionCreateFlowDataAfterCompletion
            {
                Type = Portal.SessionCreateFlowDataAfterCompletionType.Redirect,
                Redirect = new Portal.SessionCreateFlowDataAfterCompletionRedirect { ReturnUrl = returnUrl.AbsoluteUri },
            },
        };
        return CreateAsync(parameters, cancellationToken);
    }

    private static Portal.SessionCreateParams ParametersFor(Shopper shopper, Uri returnUrl) => new Portal.SessionCreateParams
    {
        Customer = shopper.CustomerId,
        ReturnUrl = returnUrl.AbsoluteUri,
        Locale = shopper.Language switch
        {
            "de" or "de-DE" or "de-AT" => Portal.SessionCreateLocale.De,
            "fr-CA" => Portal.SessionCreateLocale.FrCA,
            _ => Portal.SessionCreateLocale.Auto,
        },
    };

    private async Task<ServiceResult<SecretString>> CreateAsync(Portal.SessionCreateParams parameters, CancellationToken cancellationToken)
    {
        try
        {
            var session = await Portal.Session.CreateAsync(_stripe, parameters, cancellationToken: cancellationToken);
            return new ServiceResult<SecretString>(session.Url);
        }
        catch (StripeException e)
        {
            return new ServiceResult<SecretString>(e.Error.ToProblem(_logger));
        }
    }
}
