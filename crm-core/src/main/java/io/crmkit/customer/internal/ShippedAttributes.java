package io.crmkit.customer.internal;

import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import java.util.List;
import java.util.Map;

/** The attributes that every CRM begins with; a saved definition of the same name takes the place of one. */
final class ShippedAttributes {
    static final List<AttributeDefinition> ALL = List.of(
            AttributeDefinition.of("favouriteAssets", AttributeType.ASSET_SET)
                    .label("fa", "دارایی‌های دلخواه")
                    .label("ta", "விருப்பச் சொத்துகள்")
                    .label("en", "Favourite assets"),
            AttributeDefinition.of("kyc.documentNumber", AttributeType.TEXT)
                    .asSensitive()
                    .label("fa", "شماره مدرک هویتی")
                    .label("ta", "அடையாள ஆவண எண்")
                    .label("en", "Identity document number"),
            AttributeDefinition.of("kyc.level", AttributeType.TEXT)
                    .label("fa", "سطح احراز هویت")
                    .label("ta", "அடையாளச் சரிபார்ப்பு நிலை")
                    .label("en", "Identity check level"),
            AttributeDefinition.choice("kyc.status", "NONE", "PENDING", "VERIFIED", "REJECTED", "EXPIRED")
                    .label("fa", "وضعیت احراز هویت")
                    .label("ta", "அடையாளச் சரிபார்ப்பு")
                    .label("en", "Identity check"),
            AttributeDefinition.choice("loginDevice", "WEB", "ANDROID", "IOS")
                    .label("fa", "دستگاه ورود")
                    .label("ta", "உள்நுழைவுச் சாதனம்")
                    .label("en", "Log-in device"),
            new AttributeDefinition(
                            "relationship",
                            AttributeType.MULTI_ENUM,
                            Map.of(),
                            List.of("INVESTOR", "TRADER", "COLLECTOR", "ARTIST", "CONTRIBUTOR"),
                            false)
                    .label("fa", "نوع رابطه")
                    .label("ta", "உறவு வகை")
                    .label("en", "Relationship"));

    private ShippedAttributes() {}
}
